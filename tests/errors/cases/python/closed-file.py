# rule: python_files.closed_file
# source: constructed
# says: with open\('notes.txt'
# says: closed
# %% before
with open('notes.txt', 'w') as f: f.write('a')
with open('notes.txt') as f: first = f.read(1)
# %% fails
rest = f.read()
# %% mended
with open('notes.txt') as f:
    rest = f.read()
