# notice: results.result_dropped
# source: constructed
# says: string
# says: name = name\.replace
# %% before
name = 'cat_1.jpg'
# %% cell
name.replace('.jpg', '')
print(name)
# %% mended
name = name.replace('.jpg', '')
print(name)
