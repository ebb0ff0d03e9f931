"""My card, the cards of others, and comparing their words before anybody is trusted."""
