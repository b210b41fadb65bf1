"""Cards in Markdown: headings are topics, `Q:` and `A:` begin questions and answers."""
