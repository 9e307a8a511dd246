# notice: none
# source: constructed
# %% cell
name = 'Cat_1.JPG'
stem = name.lower().replace('.jpg', '')
parts = stem.split('_')
print(stem.upper(), parts)
