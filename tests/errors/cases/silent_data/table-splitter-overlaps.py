# notice: splits.same_items_in_both
# source: constructed
# says: 5\sof\sthe
# %% before
from fastai.vision.all import *
path = Path('faces'); path.mkdir()
df = pd.DataFrame({'name': [f'{i}.jpg' for i in range(20)], 'label': ['a', 'b'] * 10})
for n in df.name: Image.new('RGB', (32, 32)).save(path/n)
# %% cell
dls = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=ColReader('name', pref=path), get_y=ColReader('label'), splitter=lambda o: (list(range(20)), list(range(15, 20))), item_tfms=Resize(32)).dataloaders(df, bs=4)
