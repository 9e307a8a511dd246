# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['great pyrenees', 'saint bernard', 'japanese chin', 'shiba inu', 'basset hound', 'german shorthaired pointer', 'english setter', 'english cocker spaniel', 'scottish terrier', 'wheaten terrier', 'yorkshire terrier']:
    (path/c).mkdir(parents=True)
    for i in range(3): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
# %% cell
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, seed=42, item_tfms=Resize(32), bs=4)
dls.vocab
