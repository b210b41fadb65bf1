### People

person-address-taken = There is an account with this address already.
person-last-admin = There must be at least one administrator. Make somebody else one first.
team-name-taken = There is a team of that name already.
