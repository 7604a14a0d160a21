package io.github.alprolab.bench.parity;

/** What a case shows, told by its content. */
enum CaseKind {
    /** Four losses, pseudo-labels, gradients, and training steps where the case has them. */
    PRETRAINING {
        @Override
        CaseRun run() {
            return new PretrainingCase();
        }
    },
    /** Training losses and the scores of every clip with every text. */
    RETRIEVAL {
        @Override
        CaseRun run() {
            return new RetrievalCase();
        }
    },
    /** Answer scores, loss and gradients. */
    ANSWERING {
        @Override
        CaseRun run() {
            return new AnsweringCase();
        }
    },
    /** Prompt features, pseudo-labels and the contrastive loss. */
    PROMPTER {
        @Override
        CaseRun run() {
            return new PrompterCase();
        }
    },
    /** A pre-training file in retrieval and answering models with other frames and patches. */
    TRANSFER {
        @Override
        CaseRun run() {
            return new TransferCase();
        }
    };

    /** Computes and compares the case. */
    abstract CaseRun run();

    /** The kind of a case. */
    static CaseKind of(ParityCase parity) {
        if (parity.json().has("source")) {
            return TRANSFER;
        }
        if (parity.json().has("templates")) {
            return PROMPTER;
        }
        if (parity.json().has("answers")) {
            return ANSWERING;
        }
        return parity.json().has("crop_boxes_top_left_height_width_in_patches")
                ? PRETRAINING
                : RETRIEVAL;
    }
}
