# rule: blocks_no_blocks.source_left_out
# source: constructed
# says: dls = ImageDataLoaders\.from_dblock\(block, df\)
# %% before
from fastai.vision.all import *
path = Path('planet')
(path/'train').mkdir(parents=True)
for i in range(12): Image.new('RGB', (32, 32), (20*i, 90, 200)).save(path/'train'/f'train_{i}.jpg')
df = pd.DataFrame({'image_name': [f'train_{i}' for i in range(12)], 'tags': ['haze primary', 'clear road', 'clear water']*4})
# %% before
block = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_x=ColReader('image_name', pref=path/'train', suff='.jpg'), get_y=ColReader('tags', label_delim=' '))
# %% fails
dls = ImageDataLoaders.from_dblock(block)
# %% mended
dls = ImageDataLoaders.from_dblock(block, df)
