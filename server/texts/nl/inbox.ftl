### Inbox

problem-answered-title = Iemand anders was je voor
problem-answered-detail = Deze melding is al beantwoord. Je ziet nu wat ermee is gedaan; wil je het anders, heropen hem dan.
inbox-card-went-on = De kaart is na dit besluit nog veranderd, of weggehaald. Zet haar eerst terug bij haar eerdere versies.
inbox-set-or-topic = Kies een set of een onderwerp, niet allebei.
