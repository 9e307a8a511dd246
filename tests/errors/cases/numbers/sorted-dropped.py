# notice: results.result_dropped
# source: constructed
# says: sorted\(files\)
# %% before
files = ['b', 'a']
# %% cell
sorted(files)
print(files)
# %% mended
files = sorted(files)
print(files)
