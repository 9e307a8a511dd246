# rule: labels.not_to_be_split
# source: constructed
# says: y_block=MultiCategoryBlock
# %% before
from fastai.vision.all import *
path = Path('planet')
(path/'train').mkdir(parents=True)
for i in range(12): Image.new('RGB', (32, 32), (20*i, 90, 200)).save(path/'train'/f'train_{i}.jpg')
df = pd.DataFrame({'image_name': [f'train_{i}' for i in range(12)], 'tags': ['haze primary', 'clear road', 'clear water']*4})
# %% fails
df['tags'] = df.tags.str.split(' ')
dls = ImageDataLoaders.from_df(df, path, folder='train', suff='.jpg', label_delim=' ', item_tfms=Resize(32), bs=4)
# %% mended
df['tags'] = df.tags.str.split(' ')
dls = ImageDataLoaders.from_df(df, path, folder='train', suff='.jpg', item_tfms=Resize(32), bs=4, y_block=MultiCategoryBlock)
