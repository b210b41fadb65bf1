### Figures

figures-no-team = Without team
figures-no-topic = Without topic
