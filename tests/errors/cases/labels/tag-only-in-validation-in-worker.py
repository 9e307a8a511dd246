# rule: labels.unknown_label
# source: https://github.com/fastai/fastai/issues/3703
# says: 'mine'
# says: MultiCategoryBlock\(vocab=all_labels\)
# %% before
from fastai.vision.all import *
folder = Path('data/train'); folder.mkdir(parents=True)
for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(folder/f'img{i}.jpg')
df = pd.DataFrame({'image_id': [f'img{i}.jpg' for i in range(10)], 'label': ['cat', 'dog'] * 5, 'tags': ['a b', 'b c'] * 5})
df.loc[9, 'tags'] = 'a mine'
df['is_valid'] = [False] * 8 + [True] * 2
# %% fails
dls = ImageDataLoaders.from_df(df, 'data', folder='train', valid_col='is_valid', label_col='tags', label_delim=' ',
                               item_tfms=Resize(32), bs=2, num_workers=1)
for xb, yb in dls.valid: print(yb)
# %% mended
all_labels = sorted({tag for tags in df.tags for tag in tags.split(' ')})
dls = ImageDataLoaders.from_df(df, 'data', folder='train', valid_col='is_valid', label_col='tags', label_delim=' ',
                               item_tfms=Resize(32), bs=2, num_workers=1, y_block=MultiCategoryBlock(vocab=all_labels))
for xb, yb in dls.valid: print(yb)
