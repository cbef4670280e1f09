"""The operations guide, followed word by word on an empty machine (`make install-trial`)."""
