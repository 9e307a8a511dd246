# rule: splitters_given.column_of_splitter_missing
# source: constructed
# says: splitter=RandomSplitter\(valid_pct=0\.2, seed=42\)
# %% before
from fastai.vision.all import *
path = Path('planet')
(path/'train').mkdir(parents=True)
for i in range(12): Image.new('RGB', (32, 32), (20*i, 90, 200)).save(path/'train'/f'train_{i}.jpg')
df = pd.DataFrame({'image_name': [f'train_{i}' for i in range(12)], 'tags': ['haze primary', 'clear road', 'clear water']*4})
# %% before
def splitter(df):
    train = df.index[~df['is_valid']].tolist()
    valid = df.index[df['is_valid']].tolist()
    return train, valid
# %% fails
dblock = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), splitter=splitter, get_x=lambda r: path/'train'/f'{r.image_name}.jpg', get_y=lambda r: r.tags.split())
dsets = dblock.datasets(df)
# %% mended
dblock = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_x=lambda r: path/'train'/f'{r.image_name}.jpg', get_y=lambda r: r.tags.split(), splitter=RandomSplitter(valid_pct=0.2, seed=42))
dsets = dblock.datasets(df)
