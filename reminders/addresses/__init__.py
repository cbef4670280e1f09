"""The addresses that mails go to: which take no mail any more, what is returned, and what is stored about a person."""
