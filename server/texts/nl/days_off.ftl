### Vrije dagen

field-not-country = Van dit land zijn geen feestdagen bekend; kies een ander land of geen.
pauses-too-early = Een pauze kan beginnen vanaf { $day }.
pauses-too-late = Een pauze kan duren tot en met { $day }.
pauses-too-many = Je hebt al { $most } pauzes in het vooruitzicht. Neem er eerst een terug.
