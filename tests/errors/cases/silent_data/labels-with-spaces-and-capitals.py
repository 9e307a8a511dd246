# notice: labels_alike.classes_written_in_two_ways
# source: constructed
# says: column\s+breed\s+of\s+dls\s+has\s+.*'Pug'.*'pug\s+?'.*\s+as\s+different\s+classes
# says: there\s+are\s+2\s+classes,\s+not\s+5
# says: pups\['breed'\]\s+=\s+pups\['breed'\]\.str\.strip\(\)\.str\.lower\(\)
# %% before
from fastai.vision.all import *
from PIL import Image
Path('pups').mkdir()
rows = []
for i in range(30):
    Image.new('RGB', (16, 16), (i * 8, 9, 9)).save(f'pups/{i}.png')
    rows.append((f'pups/{i}.png', ['pug', 'Pug', 'pug ', 'beagle', ' beagle'][i % 5]))
pups = pd.DataFrame(rows, columns=['file', 'breed'])
# %% cell
dls = ImageDataLoaders.from_df(pups, path='.', fn_col='file', label_col='breed', valid_pct=0.2, bs=4, num_workers=0)
# %% mended
pups['breed'] = pups['breed'].str.strip().str.lower()
dls = ImageDataLoaders.from_df(pups, path='.', fn_col='file', label_col='breed', valid_pct=0.2, bs=4, num_workers=0)
