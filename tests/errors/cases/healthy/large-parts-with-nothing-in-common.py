# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
from fastai.tabular.all import *
path = Path('owls')
for part, words in {'train': ('barn', 'snowy'), 'valid': ('barn', 'snowy')}.items():
    for word, n in zip(words, (300, 40) if part == 'train' else (60, 20)):
        (path/part/word).mkdir(parents=True)
        for i in range(n): Image.new('RGB', (8, 8), (i % 255, 60, 30)).save(path/part/word/f'{part}{i}.png')
boats = pd.DataFrame({'harbour': ['a', 'b'] * 3000, 'length': [float(o % 9) for o in range(6000)], 'price': [float(o) for o in range(6000)]})
Path('notes.csv').write_text('a;b,note\n1;2,\n3;4,kept\n')
# %% cell
dls = ImageDataLoaders.from_folder(path, valid='valid', bs=8, num_workers=0)
shuffled = np.random.RandomState(1).permutation(6000)
learnt, held_out = list(shuffled[:5000]), list(shuffled[5000:])
to = TabularPandas(boats, procs=[Categorify], cat_names=['harbour'], cont_names=['length'], y_names='price', splits=(learnt, held_out))
halves = (list(range(3000)), list(range(3000, 6000)))
again = TabularPandas(boats, procs=[Categorify], cat_names=['harbour'], cont_names=['length'], y_names='price', splits=halves)
notes = pd.read_csv('notes.csv')
