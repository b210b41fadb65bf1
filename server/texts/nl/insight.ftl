### Cijfers

figures-no-team = Zonder team
figures-no-topic = Zonder onderwerp
