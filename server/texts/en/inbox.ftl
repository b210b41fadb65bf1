### Inbox

problem-answered-title = Somebody else was first
problem-answered-detail = This has been answered already. You now see what was done; reopen it if you want it otherwise.
inbox-card-went-on = The card was changed or taken out after this decision. First put it back in its earlier versions.
inbox-set-or-topic = Choose a set or a topic, not both.
