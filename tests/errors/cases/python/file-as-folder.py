# rule: python_files.file_or_folder
# source: constructed
# says: notes\.txt
# says: is a file
# %% before
import os
open('notes.txt', 'w').close()
# %% fails
os.listdir('notes.txt')
# %% mended
os.listdir('.')
