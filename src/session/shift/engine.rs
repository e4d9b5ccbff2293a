//! The way to the worker in which a shift runs, as something to wait for.

use std::cell::RefCell;
use std::rc::Rc;

use simulation::scenario::Key;
use simulation::shift::view::{Coaching, View};
use simulation::shift::{Act, Stopped};

use crate::browser::clock;
use crate::browser::tasks::{self, Teller};
use crate::browser::worker::{Answer, Came, Job, Look, Looked, Order, ShiftOrder};

/// What came of an act, or of beginning.
pub(super) struct Turn {
    /// What one sees then.
    pub view: Option<View>,
    /// How the last act ended.
    pub stopped: Stopped,
    /// The desk's events, as they are stored.
    pub entries: String,
    /// The hash of the shift.
    pub hash: String,
    /// Of each act that was done again, if that was wanted: its entries, the hash after it, and how it ended.
    pub lines: Vec<(String, String, Stopped)>,
}

/// Why there is none.
pub(super) enum NoTurn {
    /// It cannot be done, in the desk's words; nothing has changed. With the number of the act, from 0, where several
    /// were to be done again.
    Refused(String, usize),
    /// The worker is gone.
    Dead(String),
}

enum Told {
    Turn(Result<Box<Came>, NoTurn>),
    Coached(String),
    Looked(Looked),
}

#[derive(Default)]
struct Running {
    job: Option<Job>,
    serial: u32,
    /// Who waits for the answer to which order.
    waiting: Vec<(u32, Teller<Told>)>,
}

/// The worker, if one runs. Copies are the same; [`Self::end`] ends it.
#[derive(Clone, Default)]
pub(super) struct Engine(Rc<RefCell<Running>>);

const BROKEN: &str = "The answer of the worker could not be understood. Reload the page; what you have done is kept.";

impl Engine {
    /// Begins a shift in a worker of its own; one that ran before is ended.
    pub async fn begin(&self, order: ShiftOrder) -> Result<Turn, NoTurn> {
        self.end();
        let (serial, waiting) = self.expect();
        let engine = self.clone();
        let job = Job::shift(order, serial, move |answer| engine.hear(answer));
        self.0.borrow_mut().job = Some(job);
        turn(waiting.await)
    }

    /// Does something in it.
    pub async fn act(&self, act: &Act) -> Result<Turn, NoTurn> {
        let act = serde_json::to_string(act).unwrap_or_default();
        turn(self.ask(|serial| Order::ShiftAct(act, serial)).await)
    }

    /// Asks the coach.
    pub async fn coach(&self, case: Option<&Key>) -> Option<Coaching> {
        let case = serde_json::to_string(&case).unwrap_or_default();
        match self.ask(|serial| Order::ShiftCoach(case, serial)).await {
            Told::Coached(coaching) => serde_json::from_str(&coaching).ok().flatten(),
            Told::Turn(_) | Told::Looked(_) => None,
        }
    }

    /// Looks back at the shift.
    pub async fn look(&self, look: Look) -> Result<Looked, NoTurn> {
        match self.ask(|serial| Order::ShiftLook(look, serial)).await {
            Told::Looked(looked) => Ok(looked),
            Told::Turn(Err(lost)) => Err(lost),
            Told::Turn(Ok(_)) | Told::Coached(_) => Err(NoTurn::Dead(BROKEN.to_owned())),
        }
    }

    /// Ends the worker. Whoever waits for an answer hears that it is gone.
    pub fn end(&self) {
        let job = self.0.borrow_mut().job.take();
        if let Some(job) = job {
            job.cancel();
        }
        self.bury("The worker was ended.");
    }

    async fn ask(&self, order: impl FnOnce(u32) -> Order) -> Told {
        let (serial, waiting) = self.expect();
        let job = self.0.borrow().job.clone();
        match job {
            Some(job) => job.ask(&order(serial)),
            None => self.bury("No worker runs."),
        }
        waiting.await
    }

    fn expect(&self) -> (u32, impl Future<Output = Told> + use<>) {
        let (teller, waiting) = tasks::answer();
        let mut running = self.0.borrow_mut();
        running.serial = running.serial.wrapping_add(1);
        let serial = running.serial;
        running.waiting.push((serial, teller));
        (serial, waiting)
    }

    fn hear(&self, answer: Answer) {
        match answer {
            Answer::Shift(serial, came) => self.tell(serial, Told::Turn(Ok(Box::new(came)))),
            Answer::ShiftRefused { serial, because, at } => {
                self.tell(serial, Told::Turn(Err(NoTurn::Refused(because, at as usize))));
            }
            Answer::Coached { serial, coaching } => self.tell(serial, Told::Coached(coaching)),
            Answer::Looked(serial, looked) => self.tell(serial, Told::Looked(looked)),
            Answer::Fault(sentence) => {
                if let Some(job) = self.0.borrow_mut().job.take() {
                    // Not at once: what is running now belongs to it.
                    clock::after(0, move || job.cancel());
                }
                self.bury(&sentence);
            }
            Answer::Ready
            | Answer::Progress { .. }
            | Answer::Opened { .. }
            | Answer::Checked { .. }
            | Answer::Done { .. }
            | Answer::Queued(_) => {}
        }
    }

    fn tell(&self, serial: u32, told: Told) {
        let waiting = {
            let mut running = self.0.borrow_mut();
            let place = running.waiting.iter().position(|(of, _)| *of == serial);
            place.map(|place| running.waiting.swap_remove(place).1)
        };
        if let Some(waiting) = waiting {
            waiting.tell(told);
        }
    }

    /// Tells everybody who waits that there will be no answer.
    fn bury(&self, sentence: &str) {
        let waiting = std::mem::take(&mut self.0.borrow_mut().waiting);
        for (_, teller) in waiting {
            teller.tell(Told::Turn(Err(NoTurn::Dead(sentence.to_owned()))));
        }
    }
}

fn turn(told: Told) -> Result<Turn, NoTurn> {
    let dead = || NoTurn::Dead(BROKEN.to_owned());
    let came = match told {
        Told::Turn(came) => came?,
        Told::Coached(_) | Told::Looked(_) => return Err(dead()),
    };
    let lines = if came.lines.is_empty() { Some(vec![]) } else { serde_json::from_str(&came.lines).ok() };
    Ok(Turn {
        view: serde_json::from_str(&came.view).map_err(|_| dead())?,
        stopped: serde_json::from_str(&came.stopped).map_err(|_| dead())?,
        entries: came.entries,
        hash: came.hash,
        lines: lines.ok_or_else(dead)?,
    })
}
