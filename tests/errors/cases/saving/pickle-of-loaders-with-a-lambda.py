# rule: saving_lambdas.holds_a_lambda
# source: constructed
# says: get_y=lambda
# says: def get_y\(o\)
# %% before
import pickle
from fastai.vision.all import *
from PIL import Image
for c in ['cat','dog']:
    d=Path('pets')/c; d.mkdir(parents=True, exist_ok=True)
    for i in range(8): Image.new('RGB',(40,40),(i*20,60,90)).save(d/f'{c}_{i}.jpg')
pets = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=lambda o: o.name.split('_')[0], item_tfms=Resize(32))
dls = pets.dataloaders(Path('pets'), bs=4, num_workers=0)
# %% fails
with open('dls.pkl','wb') as f:
    pickle.dump(dls, f)
# %% mended
def get_y(o): return o.name.split('_')[0]
pets = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, item_tfms=Resize(32), get_y=get_y)
dls = pets.dataloaders(Path('pets'), bs=4, num_workers=0)
with open('dls.pkl', 'wb') as f: pickle.dump(dls, f)
