### Eigen datums van een deelnemer

refresh-date-unknown-topic = Dit onderwerp zit niet in een van je campagnes. Kies er een uit de lijst.
refresh-date-out-of-reach = Kies een dag van { $first } tot en met { $last }.
