### Mensen

person-address-taken = Er is al een account met dit adres.
person-last-admin = Er moet minstens één beheerder zijn. Maak eerst iemand anders beheerder.
team-name-taken = Er is al een team met die naam.
