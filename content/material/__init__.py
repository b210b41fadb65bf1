"""Course material: slides, texts and PDF read as blocks, and the cards they suggest."""
