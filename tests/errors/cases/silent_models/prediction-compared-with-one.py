# notice: predictions.text_compared_with_number
# source: constructed
# says: is never true
# says: is_ant == 'True'
# %% before
from fastai.vision.all import *
for k in ('ant', 'bee', 'fly'):
    (Path('bugs')/k).mkdir(parents=True)
    for i in range(6): Image.new('RGB', (16, 16), (i * 30, 60, 90)).save(f'bugs/{k}/{k}_{i}.png')
def ant(name): return name.startswith('ant')
dls = ImageDataLoaders.from_name_func('bugs', get_image_files('bugs'), ant, valid_pct=0.3, seed=1, bs=4, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Flatten(), nn.Linear(768, 2)), loss_func=CrossEntropyLossFlat())
# %% cell
is_ant, _, _ = learn.predict('bugs/ant/ant_1.png')
word = 'ant' if is_ant == 1 else 'no ant'
# %% mended
is_ant, _, _ = learn.predict('bugs/ant/ant_1.png')
word = 'ant' if is_ant == 'True' else 'no ant'
