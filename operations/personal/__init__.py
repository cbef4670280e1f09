"""What is stored about a person: given to them as a file, or deleted, when they ask.

Each app registers what it holds (`holdings.register`, in `AppConfig.ready`); `answering` puts it together. Who asks is checked by the
office, which writes to the address.
"""
