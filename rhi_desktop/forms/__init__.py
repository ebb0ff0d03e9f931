"""Questions as data: packs, what a kind of question means, and what is offered when."""
