# rule: methods_apart.known_in_init
# source: constructed
# says: a parameter of
# says: self\.names = names
# %% before
class Labels:
    def __init__(self, names, start=0):
        self.start = start
    def one(self, i):
        return names[i + self.start]
# %% fails
Labels(['cat', 'dog']).one(1)
# %% mended
class Labels:
    def __init__(self, names, start=0):
        self.start = start
        self.names = names  # in __init__
    def one(self, i):
        return self.names[i + self.start]  # in one
Labels(['cat', 'dog']).one(1)
