# rule: data_splitters.column_of_texts
# source: constructed
# says: df\['is_valid'\] = df\['is_valid'\] == 'True'
# %% before
from fastai.vision.all import *
path = Path('planet')
(path/'train').mkdir(parents=True)
for i in range(12): Image.new('RGB', (32, 32), (20*i, 90, 200)).save(path/'train'/f'train_{i}.jpg')
df = pd.DataFrame({'image_name': [f'train_{i}' for i in range(12)], 'tags': ['haze primary', 'clear road', 'clear water']*4})
# %% fails
df['is_valid'] = ['True', 'False'] * 6
block = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_x=ColReader('image_name', pref=path/'train', suff='.jpg'), get_y=ColReader('tags', label_delim=' '), splitter=ColSplitter(), item_tfms=Resize(32))
dls = block.dataloaders(df, bs=4)
# %% mended
df['is_valid'] = ['True', 'False'] * 6
df['is_valid'] = df['is_valid'] == 'True'
block = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_x=ColReader('image_name', pref=path/'train', suff='.jpg'), get_y=ColReader('tags', label_delim=' '), splitter=ColSplitter(), item_tfms=Resize(32))
dls = block.dataloaders(df, bs=4)
