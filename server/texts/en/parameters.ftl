### Parameters of the memory model

problem-parameters-decided-title = This was decided already
problem-parameters-decided-detail = Somebody else came first, or newer parameters took their place. Load the page again to see how it stands.
