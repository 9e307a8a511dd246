# rule: labels.unknown_label
# source: https://github.com/LPBeaulieu/Typewriter-OCR-TintypeText/issues/1
# says: 'emu'
# says: vocab
# says: CategoryBlock\(vocab=sorted\(df\['label'\]\.unique\(\)\)\)
# %% before
from fastai.vision.all import *
folder = Path('data/train'); folder.mkdir(parents=True)
for i in range(10): Image.new('RGB', (40, 40), (i * 20, 60, 90)).save(folder/f'img{i}.jpg')
df = pd.DataFrame({'image_id': [f'img{i}.jpg' for i in range(10)], 'label': ['cat', 'dog'] * 5, 'tags': ['a b', 'b c'] * 5})
df.loc[9, 'label'] = 'emu'
df['is_valid'] = [False] * 8 + [True] * 2
# %% fails
dls = ImageDataLoaders.from_df(df, 'data', folder='train', valid_col='is_valid', label_col='label',
                               item_tfms=Resize(32), bs=2, num_workers=0)
for xb, yb in dls.valid: print(yb)
# %% mended
dls = ImageDataLoaders.from_df(df, 'data', folder='train', valid_col='is_valid', label_col='label',
                               item_tfms=Resize(32), bs=2, num_workers=0, y_block=CategoryBlock(vocab=sorted(df['label'].unique())))
for xb, yb in dls.valid: print(yb)
