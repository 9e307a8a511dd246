# rule: files_inside.folder_not_empty
# source: constructed
# says: shutil.rmtree\('data'\)
# %% before
import os
os.makedirs('data/cats')
# %% fails
os.rmdir('data')
# %% mended
import shutil
shutil.rmtree('data')
