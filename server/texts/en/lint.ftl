### What could be better in a card: per code what it is, and what to do about it

lint-not-a-face = This field is missing or has another form than this kind of card asks for.

# One idea
lint-several-questions-name = Several questions at once
lint-several-questions = This card asks { $count } questions at once.
lint-several-questions-remedy = Make a card of each question.
lint-question-chained-name = Two questions chained
lint-question-chained = With “{ $text }” this card asks two things at once.
lint-question-chained-remedy = Make two cards of it, or ask only what matters.
lint-answer-is-list-name = A list as answer
lint-answer-is-list = The answer lists { $count } points. Who misses one does not know whether that is wrong.
lint-answer-is-list-remedy = Split the list into cards, or say in the question how many points you expect.
lint-many-gaps-name = Too many gaps
lint-many-gaps = This text has { $count } gaps; more than { $most } is too much to know at once.
lint-many-gaps-remedy = Spread the gaps over more cards.

# Given away
lint-longest-is-right-name = Right answer stands out by length
lint-longest-is-right = The right answer stands out: it has { $right } characters, the longest wrong one { $wrong }.
lint-longest-is-right-remedy = Shorten the right answer and move the rest to the explanation, or make the wrong answers as long.

# Why, and says who
lint-no-explanation-name = No explanation
lint-no-explanation = It does not say why this is the answer.
lint-no-explanation-remedy = Say why in one or two sentences. Whoever answers wrongly learns most from the explanation.
lint-no-source-name = No source
lint-no-source = There is no source.
lint-no-source-remedy = Say where this stands, such as a handbook with its page, a law or a page on the intranet.

# Is the question sharp
lint-vague-prompt-name = Vague question
lint-vague-prompt = “{ $text }…” has no sharp answer: nobody knows whether theirs is right.
lint-vague-prompt-remedy = Ask for one thing that can be right or wrong, such as who, when or how many.
lint-yes-or-no-name = Yes or no
lint-yes-or-no = The answer is “{ $text }”. Half the time that is a guess.
lint-yes-or-no-remedy = Ask why or how, or make it a statement: true or false.

# The choices among themselves
lint-choices-same-name = The same answer twice
lint-choices-same = “{ $text }” and “{ $other }” are the same answer.
lint-choices-same-remedy = Take one out or make it a really different answer.
lint-choices-nearly-same-name = Nearly the same answer
lint-choices-nearly-same = “{ $text }” and “{ $other }” differ in one character. On a phone nobody sees that.
lint-choices-nearly-same-remedy = Look for a typing error, or let the difference be in another word.
lint-ranges-overlap-name = Overlapping numbers
lint-ranges-overlap = “{ $text }” and “{ $other }” overlap: what falls in both has two right answers.
lint-ranges-overlap-remedy = Let each range begin where the one before ends.
lint-ranges-touch-name = Touching numbers
lint-ranges-touch = “{ $text }” and “{ $other }” touch: the number between them belongs to both.
lint-ranges-touch-remedy = Begin the second range one higher, or say to which of the two the limit belongs.
lint-choice-names-place-name = Points at other answers
lint-choice-names-place = “{ $text }” points at other answers, but the phone shows them in another order each time.
lint-choice-names-place-remedy = Write the answer out, or make it a question with several right answers.
lint-catch-all-name = All or none of these
lint-catch-all = “{ $text }” tests the other answers, not what somebody knows.
lint-catch-all-remedy = Put a wrong answer there that somebody could believe, or leave it out.
lint-word-only-in-right-name = Word of the question in right answer
lint-word-only-in-right = The word “{ $text }” is in the question and besides only in the right answer.
lint-word-only-in-right-remedy = Use another word in the right answer, or let it return in a wrong one too.
lint-article-tells-name = Article tells
lint-article-tells = The article “{ $text }” before the choices does not fit every answer, and so points to one side.
lint-article-tells-remedy = Move the article into the answers.
lint-certain-is-wrong-name = Certain wrong answers
lint-certain-is-wrong = { $count } wrong answers say always, never, everybody or nobody; the right one does not.
lint-certain-is-wrong-remedy = Take those words out, so that the tone of the answers tells nothing.
lint-answer-in-prompt-name = Answer is in the question
lint-answer-in-prompt = The answer “{ $text }” is already in the question.
lint-answer-in-prompt-remedy = Take it out of the question or put it differently there.
lint-absolute-statement-name = Certain statement
lint-absolute-statement = By “{ $text }” everybody guesses that this statement is false.
lint-absolute-statement-remedy = Make the statement less certain, or name a case in which it does not hold.

# Negations
lint-double-negation-name = Double negation
lint-double-negation = There are two negations here; that tests reading, not knowing.
lint-double-negation-remedy = Say it without “{ $text }”.
lint-negation-unstressed-name = Negation easily missed
lint-negation-unstressed = The question turns on “{ $text }”. On a phone that is easily read over.
lint-negation-unstressed-remedy = Ask for what does hold, or write the word in capitals.
lint-denied-statement-name = Denied statement
lint-denied-statement = “False” to a statement with “{ $text }” is a double negation.
lint-denied-statement-remedy = Turn the statement round.

# Typed answers
lint-number-one-way-name = Number in one way
lint-number-one-way = Who types “{ $other }” instead of “{ $text }” is marked wrong.
lint-number-one-way-remedy = Add “{ $other }” to what is right.
lint-article-typed-name = Article to be typed
lint-article-typed = Without its article, as “{ $other }”, the answer is marked wrong.
lint-article-typed-remedy = Add “{ $other }” to what is right.
lint-typed-too-long-name = Too long to type
lint-typed-too-long = This answer is longer than { $most } words. Nobody types it exactly so.
lint-typed-too-long-remedy = Ask for one word or number, or let the learner judge whether it was right.

# Room on the phone
lint-prompt-long-name = Long question
lint-prompt-long = The question takes { $lines } lines on a phone; from { $most } on it becomes a search.
lint-prompt-long-remedy = Leave out what is not needed to answer.
lint-choice-long-name = Long choice
lint-choice-long = An answer takes { $lines } lines on a phone; nobody reads more than { $most }.
lint-choice-long-remedy = Bring the answers down to one line and move the rest to the explanation.
lint-screen-full-name = Does not fit one screen
lint-screen-full = Question and { $count } answers do not fit one screen of a phone.
lint-screen-full-remedy = Shorten them or leave an answer out.
lint-answer-long-name = Long answer
lint-answer-long = The answer takes { $lines } lines on a phone; nobody remembers that at once.
lint-answer-long-remedy = Keep the core and move the rest to the explanation, or make more cards of it.
lint-explanation-long-name = Long explanation
lint-explanation-long = The explanation takes { $lines } lines on a phone; up to { $most } it is read.
lint-explanation-long-remedy = Keep what is needed to do it right next time, and point to the source for the rest.

# Language
lint-hard-to-read-name = Hard to read
lint-hard-to-read = The text reads like a scientific article (reading ease { $ease } of 100).
lint-hard-to-read-remedy = Make shorter sentences and choose shorter words.
lint-doubled-word-name = Word doubled
lint-doubled-word = “{ $text }”: a word stands here twice.
lint-doubled-word-remedy = Take one out.

# Among the cards
lint-near-duplicate-name = Resembles another card
lint-near-duplicate = In “{ $set }” there is a card that asks nearly the same: “{ $prompt }”.
lint-near-duplicate-remedy = Keep one of them, or make one card a variant of the other.
lint-untranslated-name = Translation missing
lint-untranslated = Most cards of this set are in { $spoken ->
    [en] English
   *[nl] Dutch
 } as well; this one is not.
lint-untranslated-remedy = Add a variant in that language. The learner’s memory stays the same.

# Pictures and sounds
lint-no-alt-text-name = No words for picture or sound
lint-no-alt-text = { $count ->
    [one] A picture or recording has
   *[other] { $count } pictures or recordings have
 } no description. Who cannot see or hear misses something.
lint-no-alt-text-remedy = Say in one sentence what is to be seen or heard.
