# rule: none
# source: constructed
# %% before
def load(name): raise FileNotFoundError(f"No such file: '{name}'")
# %% fails
load('a.txt')
