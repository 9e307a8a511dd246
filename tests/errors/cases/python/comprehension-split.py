# rule: containers_asked.list_split
# source: constructed
# says: words = \[w for w in 'a b'.split\(\)\]
# %% fails
words = [w for w in 'a b'.split()].split()
# %% mended
words = [w for w in 'a b'.split()]
