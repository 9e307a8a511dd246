# rule: python_files.file_or_folder
# source: constructed
# says: os\.makedirs\('a', exist_ok=True\)
# %% fails
import os; os.mkdir('a')
os.mkdir('a')
# %% mended
import os; os.mkdir('a')
os.makedirs('a', exist_ok=True)
