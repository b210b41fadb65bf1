### Days off

field-not-country = No public holidays are known for this country; choose another one, or none.
pauses-too-early = A pause can begin from { $day } on.
pauses-too-late = A pause can last until { $day }.
pauses-too-many = You already have { $most } pauses ahead. Take one back first.
