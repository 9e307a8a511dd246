# rule: files_inside.not_in_the_archive
# source: constructed
# says: 'labels.csv'
# %% before
import zipfile
with zipfile.ZipFile('a.zip', 'w') as z:
    z.writestr('labels.csv', 'a,b')
# %% fails
with zipfile.ZipFile('a.zip') as z:
    text = z.read('label.csv')
# %% mended
with zipfile.ZipFile('a.zip') as z:
    text = z.read('labels.csv')
