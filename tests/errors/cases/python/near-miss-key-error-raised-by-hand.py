# rule: none
# source: constructed
# %% before
class Store:
    def __getitem__(self, key): raise KeyError(key)
store = Store()
# %% fails
store['a']
