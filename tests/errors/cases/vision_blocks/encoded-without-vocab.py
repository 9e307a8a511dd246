# rule: blocks_of_pictures.encoded_without_vocab
# source: https://docs.fast.ai/data.block.html
# says: vocab=\['car', 'person'\]
# %% before
from fastai.vision.all import *
Path('images').mkdir()
for i in range(8): Image.fromarray(np.random.randint(0, 255, (32, 32, 3), dtype=np.uint8)).save(f'images/{i}.png')
files = get_image_files('images')
df = pd.DataFrame({'file': [f'{i}.png' for i in range(8)], 'car': [0, 1] * 4, 'person': [1, 1, 0, 0] * 2})
# %% fails
dblock = DataBlock(blocks=(ImageBlock, MultiCategoryBlock(encoded=True)), get_x=ColReader('file', pref='images/'),
                   get_y=ColReader(['car', 'person']), splitter=RandomSplitter())
# %% mended
dblock = DataBlock(blocks=(ImageBlock, MultiCategoryBlock(encoded=True, vocab=['car', 'person'])), get_x=ColReader('file', pref='images/'),
                   get_y=ColReader(['car', 'person']), splitter=RandomSplitter())
dls = dblock.dataloaders(df, bs=2, num_workers=0)
