### A learner's own dates

refresh-date-unknown-topic = This topic is not in one of your campaigns. Choose one from the list.
refresh-date-out-of-reach = Choose a day from { $first } to { $last }.
