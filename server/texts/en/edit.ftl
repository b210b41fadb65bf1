### Writing cards

problem-stale-title = Somebody else changed this card meanwhile
problem-stale-detail = Nothing was overwritten. Put both texts side by side and choose which one stays.

face-not-fit = This is missing, or has a form that does not fit this kind of card. Fill it in again.
edit-unknown-cards = One of these cards is not in the set. Load the list again.
edit-after-itself = A card cannot stand behind itself. Choose another place.
edit-too-many-variants = A card has at most { $most } variants. Take one out first.
edit-nothing-asked = It does not say what has to change. Name a topic, tags, a language or deletion.
