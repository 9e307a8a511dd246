# rule: files_inside.not_in_the_archive
# source: constructed
# says: z.open\('data/train.csv'\)
# %% before
import zipfile
with zipfile.ZipFile('a.zip', 'w') as z:
    z.writestr('data/train.csv', 'a,b')
# %% fails
z = zipfile.ZipFile('a.zip')
f = z.open('train.csv')
# %% mended
z = zipfile.ZipFile('a.zip')
f = z.open('data/train.csv')
