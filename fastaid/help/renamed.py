"""Names of the 2019 course (fastai 1) and what stands for them in fastai 2, checked with fastai 2.8.12."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Successor:
    """What to write today."""

    now: str  # the name in fastai 2
    how: str  # a line to write
    note: str = ""  # what else has changed


VISION = "from fastai.vision.all import *"
SUCCESSORS: dict[str, Successor] = {
    "ImageDataBunch": Successor(
        "ImageDataLoaders", "dls = ImageDataLoaders.from_folder(path, item_tfms=Resize(224))",
        "In fastaid: `%databunch from_folder path`. `ds_tfms=` and `size=` became `item_tfms=Resize(224)` and `batch_tfms=aug_transforms()`.",
    ),
    "DataBunch": Successor("DataLoaders", "dls = DataLoaders(train_dl, valid_dl)"),
    "TextDataBunch": Successor("TextDataLoaders", "dls = TextDataLoaders.from_csv(path, text_col='text', label_col='label')"),
    "TextLMDataBunch": Successor("TextDataLoaders", "dls = TextDataLoaders.from_folder(path, is_lm=True)"),
    "TextClasDataBunch": Successor("TextDataLoaders", "dls = TextDataLoaders.from_folder(path, valid='test')"),
    "TabularDataBunch": Successor("TabularDataLoaders", "dls = TabularDataLoaders.from_df(df, y_names='salary', cat_names=[], cont_names=[], procs=[Categorify])"),
    "CollabDataBunch": Successor("CollabDataLoaders", "dls = CollabDataLoaders.from_df(ratings, valid_pct=0.1)"),
    "create_cnn": Successor("vision_learner", "learn = vision_learner(dls, resnet34, metrics=error_rate)", "In fastaid: `%learner resnet34`."),
    "ConvLearner": Successor("vision_learner", "learn = vision_learner(dls, resnet34, metrics=error_rate)"),
    "get_transforms": Successor("aug_transforms", "batch_tfms = aug_transforms()", "It takes the same names (do_flip, max_rotate, max_zoom …) and returns one list, for training only."),
    "ImageList": Successor("DataBlock", "DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label)"),
    "ImageItemList": Successor("DataBlock", "DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label)"),
    "SegmentationItemList": Successor("SegmentationDataLoaders", "SegmentationDataLoaders.from_label_func(path, fnames, label_func=get_y, codes=codes)"),
    "PointsItemList": Successor("PointBlock", "DataBlock(blocks=(ImageBlock, PointBlock), get_items=get_image_files, get_y=get_ctr)", "Points are (x, y) now; fastai 1 had (y, x)."),
    "ImageImageList": Successor("ImageBlock", "DataBlock(blocks=(ImageBlock, ImageBlock), get_items=get_image_files, get_y=get_y)"),
    "TextList": Successor("TextBlock", "DataBlock(blocks=(TextBlock.from_folder(path), CategoryBlock), get_items=get_text_files, get_y=parent_label)"),
    "TabularList": Successor("TabularPandas", "TabularPandas(df, procs=[Categorify, FillMissing, Normalize], cat_names=[], cont_names=[], y_names='y')"),
    "CategoryList": Successor("CategoryBlock", "DataBlock(blocks=(ImageBlock, CategoryBlock))"),
    "MultiCategoryList": Successor("MultiCategoryBlock", "DataBlock(blocks=(ImageBlock, MultiCategoryBlock))"),
    "FloatList": Successor("RegressionBlock", "DataBlock(blocks=(ImageBlock, RegressionBlock))"),
    "split_by_rand_pct": Successor("RandomSplitter", "DataBlock(splitter=RandomSplitter(valid_pct=0.2, seed=42))"),
    "random_split_by_pct": Successor("RandomSplitter", "DataBlock(splitter=RandomSplitter(valid_pct=0.2, seed=42))"),
    "split_by_folder": Successor("GrandparentSplitter", "DataBlock(splitter=GrandparentSplitter(train_name='train', valid_name='valid'))"),
    "split_by_valid_func": Successor("FuncSplitter", "DataBlock(splitter=FuncSplitter(is_valid))"),
    "split_by_fname_file": Successor("FileSplitter", "DataBlock(splitter=FileSplitter(path/'valid.txt'))"),
    "split_by_idx": Successor("IndexSplitter", "DataBlock(splitter=IndexSplitter(valid_idx))"),
    "split_from_df": Successor("ColSplitter", "DataBlock(splitter=ColSplitter('is_valid'))"),
    "label_from_folder": Successor("parent_label", "DataBlock(get_y=parent_label)"),
    "label_from_func": Successor("DataBlock", "DataBlock(get_y=label_func)"),
    "label_from_re": Successor("RegexLabeller", "DataBlock(get_y=RegexLabeller(r'(.+)_\\d+.jpg$'))"),
    "label_from_df": Successor("ColReader", "DataBlock(get_y=ColReader('label'))"),
    "open_image": Successor("PILImage.create", "img = PILImage.create(fn)"),
    "open_mask": Successor("PILMask.create", "mask = PILMask.create(fn)"),
    "accuracy_thresh": Successor("accuracy_multi", "metrics=partial(accuracy_multi, thresh=0.2)"),
    "fbeta": Successor("FBetaMulti", "metrics=FBetaMulti(beta=2, thresh=0.2, average='samples')"),
    "KappaScore": Successor("CohenKappa", "metrics=CohenKappa()"),
    "root_mean_squared_error": Successor("rmse", "metrics=rmse"),
    "mean_absolute_error": Successor("mae", "metrics=mae"),
    "mean_squared_error": Successor("mse", "metrics=mse"),
    "exp_rmspe": Successor("exp_rmspe", "metrics=exp_rmspe"),
    "conv_layer": Successor("ConvLayer", "ConvLayer(ni, nf, stride=2)", "The order of its parts changed: batch norm before the activation by default."),
    "res_block": Successor("ResBlock", "ResBlock(1, nf, nf)"),
    "simple_cnn": Successor("xresnet18", "xresnet18(n_out=2)"),
    "Learner.callback_fns": Successor("cbs", "Learner(dls, model, cbs=MyCallback())"),
    "callback_fns": Successor("cbs", "Learner(dls, model, cbs=MyCallback())"),
    "ds_tfms": Successor("item_tfms", "item_tfms=Resize(224), batch_tfms=aug_transforms()"),
    "max_lr": Successor("lr_max", "learn.fit_one_cycle(4, lr_max=1e-3)"),
    "div_factor": Successor("div", "learn.fit_one_cycle(4, div=25.)"),
    "to_fp16": Successor("Learner.to_fp16", "learn.to_fp16()"),
    "DatasetType": Successor("ds_idx", "learn.get_preds(ds_idx=1)", "Training is 0, validation 1; a test set is `dl=learn.dls.test_dl(items)`."),
    "load_data": Successor("torch.load", "dls = torch.load('data.pkl', weights_only=False)"),
    "LanguageLearner": Successor("LMLearner", "learn = language_model_learner(dls, AWD_LSTM)"),
    "RNNLearner": Successor("TextLearner", "learn = text_classifier_learner(dls, AWD_LSTM)"),
    "ImageCleaner": Successor("ImageClassifierCleaner", "from fastai.vision.widgets import *; ImageClassifierCleaner(learn)", "It needs ipywidgets."),
    "DatasetFormatter": Successor("ImageClassifierCleaner", "from fastai.vision.widgets import *; ImageClassifierCleaner(learn)", "It needs ipywidgets."),
    "LearnerCallback": Successor("Callback", "class MyCallback(Callback): ..."),
    "plot_losses": Successor("Recorder.plot_loss", "learn.recorder.plot_loss()"),
    "plot_lr": Successor("Recorder.plot_sched", "learn.recorder.plot_sched()"),
    "fastai.vision.ImageDataBunch": Successor("ImageDataLoaders", "dls = ImageDataLoaders.from_folder(path)"),
    "flatten_model": Successor("flatten_model", "flatten_model(learn.model)"),
    "imagenet_stats": Successor("imagenet_stats", VISION),
    "children": Successor("Module.children", "list(model.children())"),
    "num_features_model": Successor("num_features_model", "num_features_model(body)"),
    "gpu_mem_get_free_no_cache": Successor("torch.cuda.mem_get_info", "torch.cuda.mem_get_info()[0] // 2**20"),
}  # fmt: skip


def successor(
    name: str,  # as the learner wrote it: "ImageDataBunch", "vision.ImageDataBunch.from_folder"
) -> Successor | None:  # what to write today, None where it is no name of the 2019 course
    """The fastai 2 name for one of fastai 1."""
    parts = name.strip().split(".")
    for part in (parts[-1], *parts[:-1]):
        if part in SUCCESSORS and SUCCESSORS[part].now != part:
            return SUCCESSORS[part]
    return None
