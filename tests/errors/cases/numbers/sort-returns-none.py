# notice: python.none_kept
# source: constructed
# says: None
# says: files\.sort\(\)
# %% before
files = ['b', 'a']
# %% cell
files = files.sort()
# %% mended
files.sort()
